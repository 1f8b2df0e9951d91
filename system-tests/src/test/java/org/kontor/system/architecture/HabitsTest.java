package org.kontor.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Habits of the house that a compiler does not know. */
@AnalyzeClasses(locations = Rooms.class)
class HabitsTest {

  private static final Set<String> CLOCKS =
      Set.of("java.lang.System.currentTimeMillis", "java.util.Date.<init>");

  @ArchTest
  static final ArchRule nobody_asks_what_time_it_is_but_the_clock =
      noClasses()
          .that()
          .areNotAssignableTo("org.kontor.domain.time.BusinessClock")
          .should()
          .accessTargetWhere(readsTheTime())
          .allowEmptyShould(true);

  private static DescribedPredicate<JavaAccess<?>> readsTheTime() {
    return DescribedPredicate.describe(
        "read the system's time",
        access -> {
          JavaClass owner = access.getTargetOwner();
          String name = owner.getFullName() + "." + access.getTarget().getName();
          boolean now =
              owner.getPackageName().startsWith("java.time")
                  && (access.getTarget().getName().equals("now")
                      || owner.getSimpleName().equals("Clock")
                          && access.getTarget().getName().startsWith("system"));
          return now || CLOCKS.contains(name);
        });
  }

  @ArchTest
  static final ArchRule no_entity_in_what_a_boundary_takes_or_gives =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("..boundary..")
          .and()
          .arePublic()
          .should(nameNoEntity())
          .allowEmptyShould(true);

  private static ArchCondition<JavaMethod> nameNoEntity() {
    return new ArchCondition<>("name no entity") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Set<String> entities =
            Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Set::stream)
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        if (!entities.isEmpty()) {
          events.add(
              SimpleConditionEvent.violated(method, method.getFullName() + " names " + entities));
        }
      }
    };
  }

  @ArchTest
  static final ArchRule entities_live_with_entities =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .resideInAPackage("..entity..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule references_between_entities_are_lazy =
      fields()
          .that()
          .areAnnotatedWith(ManyToOne.class)
          .or()
          .areAnnotatedWith(OneToOne.class)
          .should(beLazy())
          .allowEmptyShould(true);

  private static ArchCondition<JavaField> beLazy() {
    return new ArchCondition<>("be lazy") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean many =
            field
                .tryGetAnnotationOfType(ManyToOne.class)
                .map(reference -> reference.fetch() == FetchType.LAZY)
                .orElse(true);
        boolean one =
            field
                .tryGetAnnotationOfType(OneToOne.class)
                .map(reference -> reference.fetch() == FetchType.LAZY)
                .orElse(true);
        if (!many || !one) {
          events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is eager"));
        }
      }
    };
  }

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils)(\\$.*)?")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_binary_fractions_in_the_domain =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("org.kontor.domain..")
          .should()
          .haveRawType(double.class)
          .orShould()
          .haveRawType(Double.class)
          .orShould()
          .haveRawType(float.class)
          .orShould()
          .haveRawType(Float.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule who_answers_with_a_file_waits_for_its_reader_no_longer_than_it_may =
      classes()
          .that(call("Attachments", "begin"))
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "the answer goes by way of StalledReaders", to("StalledReaders", "patient")));

  private static DescribedPredicate<JavaClass> call(String owner, String method) {
    return DescribedPredicate.describe(
        "call " + owner + "." + method,
        caller -> caller.getMethodCallsFromSelf().stream().anyMatch(to(owner, method)));
  }

  private static Predicate<JavaMethodCall> to(String owner, String method) {
    return call ->
        call.getTargetOwner().getSimpleName().equals(owner)
            && call.getTarget().getName().equals(method);
  }
}
