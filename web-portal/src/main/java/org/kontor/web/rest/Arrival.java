package org.kontor.web.rest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.access.boundary.Identity;
import org.kontor.crm.platform.boundary.Settings;

/**
 * First in, last out: names the request, lets nobody in as the system, bounds the body, and puts
 * the headers on the answer that keep data out of caches and browsers from guessing.
 */
@Provider
@PreMatching
@Priority(100)
@ApplicationScoped
public class Arrival implements ContainerRequestFilter, ContainerResponseFilter {

  @Inject RequestId requestId;
  @Inject Caller caller;
  @Inject Settings settings;
  private long limit;

  @PostConstruct
  void prepare() {
    limit = settings.maxBodyBytes();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    requestId.adopt(request.getHeaderString(RequestId.HEADER));
    caller.becomes(Identity.ANONYMOUS);
    if (request.getLength() > limit) {
      throw BoundedBody.tooLarge(limit);
    }
    request.setEntityStream(new BoundedBody(request.getEntityStream(), limit));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle(RequestId.HEADER, requestId.value());
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putIfAbsent("Cache-Control", List.of("no-store"));
    headers.putSingle("Referrer-Policy", "no-referrer");
    headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    sayJson(response);
  }

  /** What is an object of ours is JSON, also where a resource does not say what it produces. */
  private static void sayJson(ContainerResponseContext response) {
    if (response.hasEntity()
        && !JsonBody.isRaw(response.getEntityClass())
        && !JsonBody.isJson(response.getMediaType())) {
      response.setEntity(
          response.getEntity(), response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
