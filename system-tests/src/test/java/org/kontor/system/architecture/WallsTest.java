package org.kontor.system.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may see whom. All jars of an EAR share a class loader: these rules and Maven are the walls.
 */
@AnalyzeClasses(locations = Rooms.class)
class WallsTest {

  @ArchTest
  static final ArchRule the_domain_knows_no_platform =
      noClasses()
          .that()
          .resideInAPackage("org.kontor.domain..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "jakarta..",
                  "javax.sql..",
                  "java.sql..",
                  "java.net..",
                  "java.nio.file..",
                  "java.util.logging..",
                  "com.fasterxml..",
                  "org.eclipse.."))
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|Console)")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule the_domain_knows_no_other_room =
      noClasses()
          .that()
          .resideInAPackage("org.kontor.domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.kontor.crm..", "org.kontor.billing..", "org.kontor.batch..", "org.kontor.web..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule crm_never_names_billing =
      noClasses()
          .that()
          .resideInAPackage("org.kontor.crm..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.kontor.billing..", "org.kontor.batch..", "org.kontor.web..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nobody_sees_batch_or_web =
      noClasses()
          .that()
          .resideInAPackage("org.kontor.billing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.kontor.batch..", "org.kontor.web..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule batch_and_web_do_not_see_each_other =
      noClasses()
          .that()
          .resideInAPackage("org.kontor.batch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.kontor.web..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule web_and_batch_touch_only_boundaries_and_the_domain =
      noClasses()
          .that()
          .resideInAnyPackage("org.kontor.web..", "org.kontor.batch..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.kontor.crm..", "org.kontor.billing..")
                  .and(resideInAnyPackage("..control..", "..entity..")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule billing_touches_only_boundaries_of_crm =
      noClasses()
          .that()
          .resideInAPackage("org.kontor.billing..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.kontor.crm..")
                  .and(resideInAnyPackage("..control..", "..entity..")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule every_bean_has_a_role =
      classes()
          .that()
          .resideInAnyPackage("org.kontor.crm..", "org.kontor.billing..")
          .should()
          .resideInAnyPackage("..boundary..", "..control..", "..entity..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule features_of_the_domain_do_not_go_round_in_circles =
      slices().matching("org.kontor.domain.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule features_of_crm_do_not_go_round_in_circles =
      slices().matching("org.kontor.crm.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule features_of_billing_do_not_go_round_in_circles =
      slices()
          .matching("org.kontor.billing.(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true);
}
