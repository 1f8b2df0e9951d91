package org.kontor.web.client;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Does nothing for somebody who wants to stay signed in: being asked is what keeps a session. Who
 * is signed in no more is led to the sign-in instead, so that no other answer than 204 means it.
 */
@WebServlet("/client/stay")
public class Stay extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
