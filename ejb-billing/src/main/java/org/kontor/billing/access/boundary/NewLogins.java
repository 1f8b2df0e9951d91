package org.kontor.billing.access.boundary;

import java.util.List;

/** Up to 10000 log-ins. */
public record NewLogins(List<NewLogin> logins) {}
