package org.kontor.web.client;

import jakarta.faces.component.html.HtmlForm;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;

/**
 * Browsers would stop a form at its first fault and speak their own language. Ours tell all faults
 * at once in the reader's, so that each form says {@code novalidate}; that a field is required or
 * an e-mail address is still said to whoever helps to read it.
 */
public class OwnWords implements SystemEventListener {

  private static final String SILENT = "novalidate";

  @Override
  public void processEvent(SystemEvent added) {
    ((HtmlForm) added.getSource()).getPassThroughAttributes().put(SILENT, SILENT);
  }

  @Override
  public boolean isListenerForSource(Object source) {
    return source instanceof HtmlForm;
  }
}
