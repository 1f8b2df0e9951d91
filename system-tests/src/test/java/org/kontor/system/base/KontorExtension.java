package org.kontor.system.base;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.kontor.system.base.Systems.Place;

/**
 * Gives each class that needs it a system under test for itself, and stops all after the last. It
 * is found by the service loader, on the tests' side only: inside the server nothing is started.
 */
public final class KontorExtension
    implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(KontorExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Class<?> test = context.getRequiredTestClass();
    if (test.isAnnotationPresent(SystemTest.class)) {
      take(context, test.getAnnotation(SystemTest.class).mail()).deployed();
    } else if (test.isAnnotationPresent(InServerTest.class)) {
      Kontor kontor = take(context, false);
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
  public void afterAll(ExtensionContext context) {
    Place place = context.getStore(NAMESPACE).remove(Place.class, Place.class);
    if (place != null) {
      systems(context).release(place);
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
    Kontor kontor = context.getStore(NAMESPACE).get(Place.class, Place.class).kontor();
    return parameter.getParameter().getType() == Api.class ? kontor.api() : kontor;
  }

  private static Kontor take(ExtensionContext context, boolean mails) throws Exception {
    Place place = systems(context).take(mails);
    context.getStore(NAMESPACE).put(Place.class, place);
    return place.kontor();
  }

  /** As many as threads; the root's store is closed after the last test of the run. */
  private static Systems systems(ExtensionContext context) {
    int threads =
        context
            .getConfigurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", Integer::valueOf)
            .orElse(1);
    Store store = context.getRoot().getStore(NAMESPACE);
    return store.getOrComputeIfAbsent(Systems.class, key -> new Systems(threads), Systems.class);
  }
}
