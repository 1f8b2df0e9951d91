package org.kontor.system.base;

import java.util.function.Function;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the system under test before the first class that needs it and stops it after the last. It
 * is found by the service loader, on the tests' side only: inside the server nothing is started.
 */
public final class KontorExtension implements BeforeAllCallback, ParameterResolver {

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Class<?> test = context.getRequiredTestClass();
    if (test.isAnnotationPresent(SystemTest.class)) {
      Kontor kontor = kontor(context);
      kontor.mails(test.getAnnotation(SystemTest.class).mail());
      kontor.deployed();
    } else if (test.isAnnotationPresent(InServerTest.class)) {
      Kontor kontor = kontor(context);
      kontor.undeployed();
      // arquillian.xml and Deployments read them.
      System.setProperty("kontor.test.home", kontor.settings().home().home().toString());
      System.setProperty("kontor.test.http", Integer.toString(kontor.settings().httpPort()));
      System.setProperty(
          "kontor.test.management", Integer.toString(kontor.settings().managementPort()));
      System.setProperty("kontor.test.ear", kontor.checkout().ear().toString());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return context.getRequiredTestClass().isAnnotationPresent(SystemTest.class)
        && (type == Kontor.class || type == Api.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Kontor kontor = kontor(context);
    return parameter.getParameter().getType() == Api.class ? kontor.api() : kontor;
  }

  private static Kontor kontor(ExtensionContext context) {
    Function<String, Kontor> start =
        key -> {
          try {
            return Kontor.start();
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    // The root's store is closed after the last test of the run, and the server with it.
    return context
        .getRoot()
        .getStore(Namespace.create(KontorExtension.class))
        .getOrComputeIfAbsent("kontor", start, Kontor.class);
  }
}
