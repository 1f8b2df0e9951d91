package org.kontor.web.client.preferences;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.FacesValidator;
import jakarta.faces.validator.Validator;
import jakarta.faces.validator.ValidatorException;
import org.kontor.crm.customer.boundary.OwnPerson;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.Zones;

/**
 * Tells in the field's own words, together with all else that is wrong in a form, that there is no
 * such time zone. What is one is {@link Zones#check}'s to say.
 */
@FacesValidator("kontor.zone")
public class ZoneField implements Validator<String> {

  @Override
  public void validate(FacesContext faces, UIComponent field, String sent) {
    if (sent == null || sent.equals(OwnPerson.VENDORS)) {
      return;
    }
    try {
      Zones.check("zone", sent);
    } catch (Refused refused) {
      throw new ValidatorException(new FacesMessage(refused.problem().detail()), refused);
    }
  }
}
