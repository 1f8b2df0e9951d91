package org.kontor.system.base;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Tests that deploy for themselves come first: then the EAR is deployed once for all others. Tests
 * with mail come last: then the server is started anew once for them, and not at each change.
 */
public final class InServerFirst implements ClassOrderer {

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(
            Comparator.<ClassDescriptor, Boolean>comparing(
                    test -> !test.isAnnotated(InServerTest.class))
                .thenComparing(InServerFirst::mails)
                .thenComparing(test -> test.getTestClass().getName()));
  }

  private static boolean mails(ClassDescriptor test) {
    return test.findAnnotation(SystemTest.class).map(SystemTest::mail).orElse(false);
  }
}
