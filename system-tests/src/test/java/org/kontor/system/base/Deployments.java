package org.kontor.system.base;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What tests inside the server deploy: the real EAR, with the test's classes in its WAR. */
public final class Deployments {

  private Deployments() {}

  public static EnterpriseArchive realEarWith(Class<?>... classes) {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "kontor.ear")
            .importFrom(new File(System.getProperty("kontor.test.ear")))
            .as(EnterpriseArchive.class);
    WebArchive web = ear.getAsType(WebArchive.class, "/web-portal.war");
    web.addClasses(classes).addClass(InServerTest.class);
    return ear;
  }
}
