package org.kontor.web.client;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Calls the methods of our own beans from pages, {@code #{t.of('money.balance')}}, as the language
 * does, but looks for each only once: a page makes some hundred such calls, and the language lists
 * and compares all methods of the bean for each. Names that have several methods with as many
 * parameters are left to it.
 */
public class MethodResolver extends ELResolver {

  private static final ClassValue<Map<String, Method>> METHODS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getMethods())
              .filter(method -> !method.isBridge() && !method.isVarArgs())
              .collect(
                  Collectors.groupingBy(
                      method -> key(method.getName(), method.getParameterCount())))
              .entrySet()
              .stream()
              .filter(named -> named.getValue().size() == 1)
              .collect(Collectors.toMap(Map.Entry::getKey, named -> named.getValue().get(0)));
        }
      };

  @Override
  public Object invoke(
      ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
    if (base == null || arguments == null || !base.getClass().getName().startsWith("org.kontor.")) {
      return null;
    }
    Method method = METHODS.get(base.getClass()).get(key(name.toString(), arguments.length));
    if (method == null) {
      return null;
    }
    Class<?>[] wanted = method.getParameterTypes();
    Object[] given = new Object[arguments.length];
    for (int i = 0; i < given.length; i++) {
      given[i] = context.convertToType(arguments[i], wanted[i]);
    }
    try {
      Object result = method.invoke(base, given);
      context.setPropertyResolved(base, name);
      return result;
    } catch (IllegalAccessException e) {
      throw new ELException(e);
    } catch (InvocationTargetException e) {
      throw new ELException(e.getCause());
    }
  }

  private static String key(String name, int parameters) {
    return name + '/' + parameters;
  }

  /** Properties are not ours. */
  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    // Not ours
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return false;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return null;
  }
}
