package org.kontor.web.client.company;

import java.util.Map;
import java.util.function.Function;
import org.kontor.crm.customer.boundary.CustomerChange;
import org.kontor.crm.customer.boundary.CustomerView;
import org.kontor.domain.policy.Seller.Address;

/** What stands in the form of the customer's data; nothing is null. */
public class Typed {

  private static final Map<String, Function<Typed, String>> BY_NAME =
      Map.of(
          "name", Typed::getName,
          "registrationId", Typed::getRegistrationId,
          "vatId", Typed::getVatId,
          "line", Typed::getLine,
          "city", Typed::getCity,
          "postCode", Typed::getPostCode,
          "subdivision", Typed::getSubdivision,
          "country", Typed::getCountry,
          "email", Typed::getEmail,
          "language", Typed::getLanguage);

  private String name = "";
  private String registrationId = "";
  private String vatId = "";
  private String line = "";
  private String city = "";
  private String postCode = "";
  private String subdivision = "";
  private String country = "";
  private String email = "";
  private String language = "";

  static Typed of(CustomerView stored) {
    Typed typed = new Typed();
    typed.setName(stored.name());
    typed.setRegistrationId(stored.registrationId());
    typed.setVatId(stored.vatId());
    typed.setLine(stored.address().line());
    typed.setCity(stored.address().city());
    typed.setPostCode(stored.address().postCode());
    typed.setSubdivision(stored.address().subdivision());
    typed.setCountry(stored.address().country());
    typed.setEmail(stored.email());
    typed.setLanguage(stored.language());
    return typed;
  }

  CustomerChange change() {
    return new CustomerChange(
        name,
        registrationId,
        vatId,
        new Address(line, city, postCode, subdivision, country),
        email,
        language,
        null);
  }

  /** The value of a field by its name. */
  String get(String field) {
    return BY_NAME.get(field).apply(this);
  }

  boolean sameAs(Typed other) {
    return BY_NAME.values().stream().allMatch(f -> f.apply(this).equals(f.apply(other)));
  }

  private static String text(String value) {
    return value == null ? "" : value.strip();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = text(name);
  }

  public String getRegistrationId() {
    return registrationId;
  }

  public void setRegistrationId(String registrationId) {
    this.registrationId = text(registrationId);
  }

  public String getVatId() {
    return vatId;
  }

  public void setVatId(String vatId) {
    this.vatId = text(vatId);
  }

  public String getLine() {
    return line;
  }

  public void setLine(String line) {
    this.line = text(line);
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = text(city);
  }

  public String getPostCode() {
    return postCode;
  }

  public void setPostCode(String postCode) {
    this.postCode = text(postCode);
  }

  public String getSubdivision() {
    return subdivision;
  }

  public void setSubdivision(String subdivision) {
    this.subdivision = text(subdivision);
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = text(country);
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = text(email);
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = text(language);
  }
}
