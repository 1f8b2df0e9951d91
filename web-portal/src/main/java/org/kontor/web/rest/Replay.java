package org.kontor.web.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Idempotency;
import org.kontor.crm.platform.boundary.KeyedCall;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * {@code Idempotency-Key} on POST: the same call twice is done once, and answered twice alike.
 *
 * <p>A refusal is not kept: nothing was written, so that a mended world may accept the same call.
 * When the server dies between the work and its answer, the record stays "running" until it
 * expires; the repeated call then meets the natural keys of what was written, and where there is
 * none the key itself ({@link org.kontor.crm.platform.boundary.CallTraces}).
 */
@Provider
@Priority(Priorities.USER)
@ApplicationScoped
public class Replay implements ContainerRequestFilter, ContainerResponseFilter {

  static final String HEADER = "Idempotency-Key";
  static final String REPLAYED = "Idempotent-Replay";
  private static final String PROPERTY = "org.kontor.idempotency";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  @Context ResourceInfo resource;
  @Inject Idempotency records;
  @Inject Caller caller;
  @Inject KeyedCall call;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String key = request.getHeaderString(HEADER);
    if (key == null
        || !request.getMethod().equals(HttpMethod.POST)
        || resource.getResourceMethod().isAnnotationPresent(NeverStored.class)) {
      return;
    }
    if (!KEY.matcher(key).matches()) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              HEADER,
              "The key is empty, longer than 255 characters, or has unprintable ones",
              "Send a UUID.")
          .asException();
    }
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    Idempotency.Slot slot = new Idempotency.Slot(scope(request), key);
    byte[] hash = hash(request, body);
    if (records.begin(slot, hash) instanceof Idempotency.Finished finished) {
      request.abortWith(again(finished));
    } else {
      request.setProperty(PROPERTY, slot);
      call.is(slot, hash);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    if (!(request.getProperty(PROPERTY) instanceof Idempotency.Slot slot)) {
      return;
    }
    request.removeProperty(PROPERTY);
    if (response.getStatus() >= 400) {
      records.release(slot);
      return;
    }
    byte[] body = bytes(response.getEntity());
    MediaType type = response.getMediaType();
    if (response.getEntity() != null) {
      response.setEntity(body, response.getEntityAnnotations(), type);
    }
    records.finish(
        slot,
        new Idempotency.Finished(
            response.getStatus(),
            new String(body, StandardCharsets.UTF_8),
            type == null ? null : type.toString(),
            response.getHeaderString(HttpHeaders.LOCATION)));
  }

  private String scope(ContainerRequestContext request) {
    return caller.identity().keyId() + " " + request.getUriInfo().getPath();
  }

  private static Response again(Idempotency.Finished finished) {
    Response.ResponseBuilder answer = Response.status(finished.status()).header(REPLAYED, "true");
    if (finished.contentType() != null) {
      answer.type(finished.contentType()).entity(finished.body().getBytes(StandardCharsets.UTF_8));
    }
    if (finished.location() != null) {
      answer.header(HttpHeaders.LOCATION, finished.location());
    }
    return answer.build();
  }

  private static byte[] bytes(Object entity) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    if (entity instanceof byte[] raw) {
      return raw;
    }
    if (entity instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    return Json.MAPPER.writeValueAsBytes(entity);
  }

  private static byte[] hash(ContainerRequestContext request, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String query = request.getUriInfo().getRequestUri().getRawQuery();
      digest.update(String.valueOf(query).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return digest.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
