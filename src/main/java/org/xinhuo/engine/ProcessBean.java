package org.xinhuo.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Expressions in models find this bean by its name. Delegates and listeners need no mark; no other bean is found. That
 * keeps models tidy and is no wall: an expression can reach Java classes, and so whoever may deploy runs code.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessBean {}
