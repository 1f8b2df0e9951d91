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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.domain.problem.Refused;
import org.primefaces.csp.CspException;

/**
 * What a page refuses is an answer and no fault: it is told in words, and the server's log says
 * nothing, or whoever guesses numbers would fill it. The same for a form whose page the server has
 * forgotten; one that was not sent by its page leaves a line.
 */
public class Refusals extends ExceptionHandlerFactory {

  private static final Logger LOG = Logger.getLogger(Refusals.class.getName());

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
            if (cause instanceof CspException) {
              LOG.log(Level.INFO, "Not sent by its page: a form to {0}", request.getRequestURI());
            }
            outside.redirect(
                SamePage.unsent(request, request.getRequestURI(), request.getQueryString()));
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
