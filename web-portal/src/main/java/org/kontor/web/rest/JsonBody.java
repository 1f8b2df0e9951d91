package org.kontor.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads and writes JSON bodies with {@link Json#MAPPER}. The server's own providers are shut out,
 * so that money and dates look the same on every server.
 *
 * <p>A body that cannot be read is a {@link BadRequestException} whose cause is Jackson's
 * exception.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  @Override
  public boolean isReadable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return isJson(media) && !isRaw(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    ObjectMapper mapper = Json.MAPPER;
    try {
      return mapper.readValue(body, mapper.constructType(generic));
    } catch (JsonProcessingException e) {
      throw new BadRequestException(e.getOriginalMessage(), e);
    }
  }

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
    return isJson(media) && !isRaw(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type generic,
      Annotation[] notes,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    // The container closes its own stream; closing it here would cut off filters behind us.
    body.write(Json.MAPPER.writeValueAsBytes(value));
  }

  static boolean isJson(MediaType media) {
    return media != null
        && ("json".equals(media.getSubtype()) || media.getSubtype().endsWith("+json"));
  }

  /** Bodies that are bytes already, whatever their media type. */
  static boolean isRaw(Class<?> type) {
    return CharSequence.class.isAssignableFrom(type)
        || type == byte[].class
        || InputStream.class.isAssignableFrom(type)
        || Reader.class.isAssignableFrom(type)
        || StreamingOutput.class.isAssignableFrom(type)
        || File.class.isAssignableFrom(type);
  }
}
