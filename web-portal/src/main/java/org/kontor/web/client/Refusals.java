package org.kontor.web.client;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.kontor.domain.problem.Refused;
import org.primefaces.csp.CspException;

/**
 * What a page refuses is an answer and no fault: it is told in words, and the server's log says
 * nothing, or whoever guesses numbers would fill it. The same for a form whose page the server has
 * forgotten, or that was not sent by that page.
 */
public class Refusals extends ExceptionHandlerFactory {

  public Refusals(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Told(getWrapped().getExceptionHandler());
  }

  private static final class Told extends ExceptionHandlerWrapper {

    Told(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() {
      FacesContext faces = FacesContext.getCurrentInstance();
      Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
      while (events.hasNext() && !faces.getResponseComplete()) {
        if (tell(faces, events.next().getContext().getException())) {
          events.remove();
          faces.responseComplete();
        }
      }
      super.handle();
    }

    private static boolean tell(FacesContext faces, Throwable fault) {
      ExternalContext outside = faces.getExternalContext();
      if (outside.isResponseCommitted()) {
        return false;
      }
      HttpServletRequest request = (HttpServletRequest) outside.getRequest();
      try {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
          if (cause instanceof Refused refused) {
            ErrorPage.refuse(
                request, (HttpServletResponse) outside.getResponse(), refused.problem());
            return true;
          }
          if (cause instanceof ViewExpiredException || cause instanceof CspException) {
            // The same page anew, and nothing was done
            outside.redirect(
                SamePage.address(request, request.getRequestURI(), request.getQueryString()));
            return true;
          }
        }
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
