package org.kontor.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The programs' door: everything that a person can do in the portal, version 1. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
