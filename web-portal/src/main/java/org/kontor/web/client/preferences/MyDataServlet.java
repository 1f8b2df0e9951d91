package org.kontor.web.client.preferences;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kontor.crm.customer.boundary.OwnPerson;
import org.kontor.crm.customer.boundary.PersonData;
import org.kontor.web.client.Attachments;
import org.kontor.web.client.StalledReaders;
import org.kontor.web.client.Visit;
import org.kontor.web.rest.Json;

/** What is kept of the person itself, as a file that programs can read. */
@WebServlet("/client/my-data")
public class MyDataServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient OwnPerson person;
  @Inject private transient Visit visit;
  @Inject private transient StalledReaders readers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PersonData data = person.data(visit.getVisitor().personId());
    byte[] content = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(data);
    Attachments.begin(response, "application/json", visit.getPortal().vendor() + "-my-data.json");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(content.length);
    readers.patient(response.getOutputStream()).write(content);
  }
}
