package org.kontor.system.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.kontor.crm.customer.entity.Membership;
import org.kontor.system.base.Deployments;
import org.kontor.system.base.InServerTest;

/** EclipseLink in the real server: what no unit test can know. */
@InServerTest
class PersistenceIT {

  @PersistenceContext(unitName = "ejb-crm.jar#crm")
  private EntityManager crm;

  @PersistenceContext(unitName = "ejb-billing.jar#billing")
  private EntityManager billing;

  @Resource private UserTransaction transaction;

  @Deployment
  static EnterpriseArchive deployment() {
    return Deployments.realEarWith(PersistenceIT.class);
  }

  @Test
  void every_entity_is_known_and_woven() {
    for (EntityManager unit : List.of(crm, billing)) {
      assertFalse(unit.getMetamodel().getEntities().isEmpty(), "a unit without entities");
      for (EntityType<?> entity : unit.getMetamodel().getEntities()) {
        List<String> woven =
            Arrays.stream(entity.getJavaType().getInterfaces()).map(Class::getSimpleName).toList();
        assertTrue(woven.contains("PersistenceWeaved"), entity + " is not woven: " + woven);
        if (hasLazyReference(entity.getJavaType())) {
          assertTrue(woven.contains("PersistenceWeavedLazy"), entity + " is not lazy: " + woven);
        }
      }
    }
  }

  private static boolean hasLazyReference(Class<?> entity) {
    return Arrays.stream(entity.getDeclaredFields()).anyMatch(PersistenceIT::isLazy);
  }

  private static boolean isLazy(Field field) {
    ManyToOne many = field.getAnnotation(ManyToOne.class);
    OneToOne one = field.getAnnotation(OneToOne.class);
    return many != null && many.fetch() == FetchType.LAZY
        || one != null && one.fetch() == FetchType.LAZY;
  }

  @Test
  void a_lazy_reference_is_not_loaded_before_it_is_asked_for() {
    // Built from constants: no row is needed to see what is fetched with it.
    Membership membership =
        (Membership)
            crm.createNativeQuery(
                    "select 1::bigint as id, 2::bigint as customer_id, 3::bigint as person_id,"
                        + " 'STAFF' as role, 0 as version",
                    Membership.class)
                .getSingleResult();
    assertFalse(
        crm.getEntityManagerFactory().getPersistenceUnitUtil().isLoaded(membership, "person"));
  }

  @Test
  void both_units_work_in_one_transaction_on_one_connection() throws Exception {
    transaction.begin();
    try {
      Object first = crm.createNativeQuery("select pg_backend_pid()").getSingleResult();
      Object second = billing.createNativeQuery("select pg_backend_pid()").getSingleResult();
      assertEquals(first, second);
    } finally {
      transaction.rollback();
    }
  }
}
