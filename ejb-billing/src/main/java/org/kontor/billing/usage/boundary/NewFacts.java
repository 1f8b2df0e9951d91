package org.kontor.billing.usage.boundary;

import java.util.List;

/** Up to {@value UsageFacts#MAX_FACTS} facts in one call. */
public record NewFacts(List<NewFact> facts) {}
