/**
 * REST API under {@code /api/v1}: what all resources share (JSON, errors, paging). Resources live
 * in their feature's package and call boundaries only.
 */
package org.kontor.web.rest;
