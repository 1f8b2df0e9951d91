package org.kontor.web.client;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.FacesValidator;
import jakarta.faces.validator.Validator;
import jakarta.faces.validator.ValidatorException;
import org.kontor.domain.customer.Check;
import org.kontor.domain.problem.Refused;

/**
 * Tells that something is no e-mail address together with all else that is wrong in a form. What is
 * one is {@link Check#email}'s to say.
 */
@FacesValidator("kontor.email")
public class EmailField implements Validator<String> {

  /** The words are the field's own. */
  @Override
  public void validate(FacesContext faces, UIComponent field, String typed) {
    if (typed == null || typed.isBlank()) {
      return;
    }
    try {
      Check.email("email", typed);
    } catch (Refused refused) {
      throw new ValidatorException(new FacesMessage(refused.problem().detail()), refused);
    }
  }
}
