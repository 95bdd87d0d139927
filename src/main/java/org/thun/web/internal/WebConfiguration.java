package org.thun.web.internal;

import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Languages, texts, and how long browsers keep the built files. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    static MessageSource messageSource() {
        return Bundles.messageSource();
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages.Resolver();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/signin").setViewName("web/signin");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // A report names its own language; asking for an English file must not turn the screens English.
        registry.addInterceptor(new Languages.Switch())
                .excludePathPatterns("/grants/*/reports/*.*", "/api/v1/grants/*/reports/**");
    }

    /** The names of built files carry the hash of their content, so a browser need never ask again. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
