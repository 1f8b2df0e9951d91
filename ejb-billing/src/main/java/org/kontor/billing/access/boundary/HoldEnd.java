package org.kontor.billing.access.boundary;

/** Why a hold is ended before its time, for the record. */
public record HoldEnd(String reason) {}
