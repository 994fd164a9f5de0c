/** What must hold for every process, decision and form of the repository, whatever it is about. */
package org.xinhuo.models;
