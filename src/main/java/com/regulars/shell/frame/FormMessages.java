package com.regulars.shell.frame;

import org.springframework.context.annotation.Configuration;
import org.springframework.validation.DefaultMessageCodesResolver;
import org.springframework.validation.MessageCodesResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is wrong with a field is worded in the bundles under {@code invalid.<constraint>}, for forms as for JSON. */
@Configuration(proxyBeanMethods = false)
class FormMessages implements WebMvcConfigurer {

    @Override
    public MessageCodesResolver getMessageCodesResolver() {
        var resolver = new DefaultMessageCodesResolver();
        resolver.setPrefix("invalid.");
        return resolver;
    }
}
