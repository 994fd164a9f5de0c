package org.xinhuo.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinhuo.browser.Browser.Window;

/**
 * A test of a page, once in each language and once in each size: on a Chinese phone and on an English desktop. What
 * sticks out is asked for at both sizes by {@link Browser#assertNoSideScroll}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@EnumSource(
        value = Window.class,
        names = {"CHINESE_PHONE", "ENGLISH_DESKTOP"})
@interface InBothLanguages {}
