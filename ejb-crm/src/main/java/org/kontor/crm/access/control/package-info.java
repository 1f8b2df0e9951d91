/** How API keys are made and digested. */
package org.kontor.crm.access.control;
