/** The demonstration: a vendor with customers and a history, told to the server over its REST API. */
package org.kontor.launcher.demo;
