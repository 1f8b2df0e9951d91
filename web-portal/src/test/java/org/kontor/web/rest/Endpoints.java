package org.kontor.web.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All methods of this module that answer a call of the API. */
public final class Endpoints {

  private Endpoints() {}

  public static List<Method> all() {
    return compiled()
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> !verb(method).isEmpty())
        .toList();
  }

  /** {@code GET}, {@code POST}…; empty when it answers no call. */
  public static String verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(named -> named != null)
        .map(HttpMethod::value)
        .collect(Collectors.joining());
  }

  /** Path below {@code /api/v1/}, names in braces without their patterns. */
  public static String path(Method method) {
    String whole =
        Stream.of(
                method.getDeclaringClass().getAnnotation(Path.class),
                method.getAnnotation(Path.class))
            .filter(path -> path != null)
            .map(path -> path.value().replaceAll("^/|/$", ""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/"));
    return whole.replaceAll("\\{(\\w+)\\s*:[^}]*\\}+", "{$1}");
  }

  /** The classes of this module. */
  public static Stream<Class<?>> compiled() {
    try {
      java.nio.file.Path root =
          java.nio.file.Path.of(
              RestApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<java.nio.file.Path> files = Files.walk(root.resolve("org/kontor/web"))) {
        List<Class<?>> types =
            files
                .filter(file -> file.toString().endsWith(".class"))
                .map(file -> root.relativize(file).toString().replace('/', '.'))
                .map(name -> name.substring(0, name.length() - ".class".length()))
                .<Class<?>>map(Endpoints::loaded)
                .toList();
        return types.stream();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, Endpoints.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
