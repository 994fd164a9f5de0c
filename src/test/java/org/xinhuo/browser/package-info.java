/** What people see, played in a real Chromium. */
package org.xinhuo.browser;
