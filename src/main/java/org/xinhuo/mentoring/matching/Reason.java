package org.xinhuo.mentoring.matching;

import java.util.List;

/**
 * Why a mentor got a factor's points, to be spoken in the reader's language.
 *
 * @param code in the message bundles
 * @param arguments figures and names as texts; one that begins with {@code @} is itself a code
 */
record Reason(String code, List<String> arguments) {}
