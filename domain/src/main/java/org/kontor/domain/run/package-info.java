/** What runs there are and when each falls due; pure. The work itself lies with the features. */
package org.kontor.domain.run;
