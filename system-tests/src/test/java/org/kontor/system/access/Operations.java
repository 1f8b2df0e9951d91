package org.kontor.system.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.system.base.Api;

/**
 * All operations of the API as the server describes them, so that a new one is in each test without
 * being listed.
 */
public record Operations(List<Operation> all) {

  private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch");

  /** What belongs to no vendor. */
  private static final Map<String, String> OF_ALL = Map.of("country", "RO", "year", "2026");

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)\\}");

  /** Bodies with the ids of the thing that is reached for; where none is named, an empty object. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry(
              "POST customers/{customer}/people", "{'name':'E','email':'e@e.ro','role':'STAFF'}"),
          Map.entry("PUT customers/{customer}/people/{person}", "{'role':'ADMINISTRATOR'}"),
          Map.entry("PUT customers/{customer}/people/{person}/email", "{'email':'x@e.ro'}"),
          Map.entry(
              "PUT customers/{customer}/crm-accounts/{externalId}",
              "{'name':'z','kinds':['BANK'],'hasFile':true}"),
          Map.entry(
              "POST customers/{customer}/crm-accounts/bulk",
              "{'accounts':[{'externalId':'Z','name':'z','kinds':['BANK'],'hasFile':true}]}"),
          Map.entry(
              "PUT customers/{id}",
              "{'name':'e','language':'ro','address':{'line':'S"
                  + " 1','city':'Cluj','subdivision':'CJ','country':'RO'}}"),
          Map.entry("POST invoices/{id}/credit-notes", "{'reason':'evil'}"),
          Map.entry("POST bounces", "{'messageId':'<evil@evil.example>','status':'5.1.1'}"),
          Map.entry("PUT posted-documents/{month}/{customer}", "{'sentOn':'2026-04-01'}"),
          Map.entry("POST subscriptions/{id}/changes", "{'plan':'start'}"),
          Map.entry("POST subscriptions/{id}/changes/preview", "{'plan':'start'}"),
          Map.entry("PUT subscriptions/{id}/limits/{code}", "{'allowed':1,'reason':'evil'}"),
          Map.entry("POST subscriptions/{id}/stop", "{'reason':'evil'}"),
          Map.entry("POST retention/cases", "{'subscriptionId':{subscription},'reason':'evil'}"),
          Map.entry(
              "POST retention/terminations", "{'subscriptionId':{subscription},'reason':'evil'}"),
          Map.entry("POST retention/approvals", "{'vendor':'{vendor}','cases':0}"),
          Map.entry("PUT retention/holds/{subscription}", "{'reason':'evil'}"),
          Map.entry(
              "POST subscriptions",
              "{'customerId':{customer},'plan':'start','trial':false,'components':{}}"),
          Map.entry("POST access-decisions", "{'subscriptionId':{subscription},'role':'STAFF'}"),
          Map.entry("POST statement-checks", "{'seal':'eyJ.e30.AA'}"),
          Map.entry("POST access-tokens", "{'subscriptionId':{subscription},'role':'STAFF'}"),
          Map.entry("POST logins", "{'subscriptionId':{subscription}}"),
          Map.entry("POST logins/bulk", "{'logins':[{'subscriptionId':{subscription}}]}"),
          Map.entry(
              "POST promises", "{'subscriptionId':{subscription},'personId':{person},'days':1}"),
          Map.entry(
              "POST access-holds",
              "{'subscriptionId':{subscription},'until':'2026-04-20T00:00:00Z','reason':'evil'}"),
          Map.entry("POST access-holds/{id}/end", "{'reason':'evil'}"),
          Map.entry("POST transfer-notices", "{'subscriptionId':{subscription}}"),
          Map.entry("PUT transfer-notices/{caseId}/proof", "%PDF-1.4 startxref %%EOF"),
          Map.entry(
              "POST orders",
              "{'customerId':{customer},'lines':[{'product':'onboarding','quantity':1}]}"),
          Map.entry(
              "POST payments",
              "{'customerId':{customer},'kind':'PAYMENT','method':'CARD','externalKey':'evil',"
                  + "'amount':'1.00','currency':'RON'}"),
          Map.entry(
              "POST usage-facts",
              "{'subscriptionId':{subscription},'metric':'documents','key':'evil',"
                  + "'occurredAt':'2026-04-01T10:00:00Z','quantity':1}"),
          Map.entry(
              "POST usage-facts/bulk",
              "{'facts':[{'subscriptionId':{subscription},'metric':'documents','key':'evil',"
                  + "'occurredAt':'2026-04-01T10:00:00Z','quantity':1}]}"));

  public static Operations of(Api api) {
    JsonNode paths = api.with("Accept", "application/json").get("/openapi").expect(200).json();
    List<Operation> all = new ArrayList<>();
    paths
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        verb -> {
                          if (VERBS.contains(verb) && path.getKey().startsWith("/api/v1/")) {
                            all.add(
                                new Operation(
                                    verb.toUpperCase(Locale.ROOT),
                                    path.getKey().substring("/api/v1/".length())));
                          }
                        }));
    return new Operations(all);
  }

  /**
   * One operation.
   *
   * @param path below {@code /api/v1/}, with names in braces
   */
  public record Operation(String verb, String path) {

    /** Calls it with these ids in path, query and body. */
    Api.Answer call(Api api, Map<String, String> ids) {
      String query = verb.equals("GET") ? query() : "";
      boolean bodiless = verb.equals("GET") || verb.equals("DELETE");
      String body =
          bodiless
              ? null
              : filled(BODIES.getOrDefault(this.toString(), "{}"), ids).replace('\'', '"');
      return api.send(verb, filled(path + query, ids), body);
    }

    private String query() {
      if (path.matches(
          "invoices|payments|charges|subscriptions|promises|.*transfers|retention/certificates")) {
        return "?customer={customer}";
      }
      return switch (path) {
        case "access-decisions", "access-tokens" -> "?subscription={subscription}&role=STAFF";
        case "access-holds", "access-cases" -> "?subscription={subscription}";
        case "posted-documents" -> "?vendor={vendor}&month={month}";
        case "promises/offer" -> "?subscription={subscription}&person={person}&days=1";
        default -> "";
      };
    }

    /** What {@code {id}} means depends on where it stands. */
    private String filled(String template, Map<String, String> ids) {
      String collection = path.split("/")[0];
      Matcher names = NAME.matcher(template);
      StringBuilder out = new StringBuilder();
      while (names.find()) {
        String name = names.group(1).equals("id") ? collection : names.group(1);
        names.appendReplacement(out, ids.getOrDefault(name, OF_ALL.getOrDefault(name, "1")));
      }
      return names.appendTail(out).toString();
    }

    @Override
    public String toString() {
      return verb + " " + path;
    }
  }
}
