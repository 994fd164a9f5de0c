/** The laws of the house, each checked against the compiled product. */
package org.xinhuo.house;
