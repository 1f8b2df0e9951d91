package org.kontor.web.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * What holds for every operation and need not be said at each: refusals, repeatable POSTs, and
 * decimals that are written as strings. Named in {@code microprofile-config.properties}.
 */
public class ApiDescription implements OASFilter {

  @Override
  public Operation filterOperation(Operation operation) {
    operation
        .getResponses()
        .addAPIResponse("default", OASFactory.createAPIResponse().ref("Refused"));
    return operation;
  }

  @Override
  public PathItem filterPathItem(PathItem item) {
    if (item.getPOST() != null) {
      item.getPOST()
          .addParameter(
              OASFactory.createParameter()
                  .name(Replay.HEADER)
                  .in(In.HEADER)
                  .description("Makes the call repeatable: done once, answered alike.")
                  .schema(
                      OASFactory.createSchema().type(List.of(SchemaType.STRING)).maxLength(255)));
    }
    return item;
  }

  @Override
  public Schema filterSchema(Schema schema) {
    if (schema.getType() != null && schema.getType().contains(SchemaType.NUMBER)) {
      schema.setType(List.of(SchemaType.STRING));
      schema.setFormat("decimal");
      schema.setExamples(List.of("99.67"));
    }
    return schema;
  }
}
