package org.kontor.system.base;

import java.util.Comparator;
import java.util.function.Predicate;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Tests that deploy for themselves come first: then the EAR is deployed once for all others. Tests
 * with mail come last: then the server is started anew once for them, and not at each change. Two
 * threads take classes from both ends (JUnit's pool works so, one takes and one steals), so those
 * that take long stand at both ends, and the short ones, which even out, in the middle.
 */
public final class BothEnds implements ClassOrderer {

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(
            Comparator.comparingInt(BothEnds::place)
                .thenComparing(test -> test.getTestClass().getName()));
  }

  private static int place(ClassDescriptor test) {
    if (test.isAnnotated(InServerTest.class)) {
      return 0;
    }
    boolean mail = is(test, SystemTest::mail);
    boolean takesLong = is(test, SystemTest::takesLong);
    return mail ? (takesLong ? 4 : 3) : takesLong ? 1 : 2;
  }

  private static boolean is(ClassDescriptor test, Predicate<SystemTest> asked) {
    return test.findAnnotation(SystemTest.class).filter(asked).isPresent();
  }
}
