package org.kontor.web.client;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * The address of a style sheet or script names its content: browsers keep it for a year, and ask at
 * once for another one.
 */
public class VersionedResources extends ResourceHandlerWrapper {

  private static final String KEPT = "public, max-age=31536000, immutable";

  private final Map<String, String> versions = new ConcurrentHashMap<>();

  public VersionedResources(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Resource createResource(String name) {
    return versioned(super.createResource(name));
  }

  @Override
  public Resource createResource(String name, String library) {
    return versioned(super.createResource(name, library));
  }

  @Override
  public Resource createResource(String name, String library, String type) {
    return versioned(super.createResource(name, library, type));
  }

  private Resource versioned(Resource resource) {
    return resource == null ? null : new Versioned(resource);
  }

  private final class Versioned extends ResourceWrapper {

    Versioned(Resource wrapped) {
      super(wrapped);
    }

    /** PrimeFaces puts its own version there. */
    @Override
    public String getRequestPath() {
      String path = super.getRequestPath();
      return path.contains("v=") ? path : path + (path.contains("?") ? "&v=" : "?v=") + version();
    }

    @Override
    public Map<String, String> getResponseHeaders() {
      Map<String, String> headers = new TreeMap<>(super.getResponseHeaders());
      FacesContext faces = FacesContext.getCurrentInstance();
      if (faces.getExternalContext().getRequestParameterMap().containsKey("v")) {
        headers.put("Cache-Control", KEPT);
        headers.remove("Expires");
      }
      return headers;
    }

    private String version() {
      return versions.computeIfAbsent(getLibraryName() + "/" + getResourceName(), key -> digest());
    }

    private String digest() {
      CRC32 sum = new CRC32();
      try (InputStream content = getInputStream()) {
        sum.update(content.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Long.toString(sum.getValue(), Character.MAX_RADIX);
    }
  }
}
