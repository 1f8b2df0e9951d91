/**
 * The demonstration: five vendors, each with customers in different situations and a history of
 * months, told to the server over its REST API exactly as programs of vendors would tell it.
 */
package org.kontor.launcher.demo;
