package poca.platform.web;

import jakarta.servlet.MultipartConfigElement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import poca.platform.IdSource;
import poca.platform.ScratchFolder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// The contract's HTTP edge for a servlet service.
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
      "org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({RefusalAdvice.class, ErrorPage.class, ContainerConfiguration.class, QueryNumbers.class})
class WebConfiguration {

  @Bean
  JsonMapperBuilderCustomizer contractJson() {
    return builder ->
        builder
            .addModule(new JsonRules())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                LogicalType.Textual,
                config ->
                    config
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                LogicalType.Enum,
                config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail));
  }

  @Bean
  ErrorWriter errorWriter(JsonMapper json) {
    return new ErrorWriter(json);
  }

  @Bean
  FilterRegistrationBean<RequestIdFilter> requestId(IdSource ids) {
    var filter = new FilterRegistrationBean<>(new RequestIdFilter(ids));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  FilterRegistrationBean<RequestPlaces> requestPlaces(ErrorWriter errors) {
    var filter = new FilterRegistrationBean<>(new RequestPlaces(errors));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  /// In the system's folder for such files (`java.io.tmpdir`), apart from other users' and
  /// services'.
  @Bean
  ScratchFolder scratchFolder(
      @Value("${java.io.tmpdir}") Path tmp,
      @Value("${user.name}") String user,
      @Value("${spring.application.name:service}") String service) {
    return ScratchFolder.in(tmp.resolve("poca-" + user.replace('/', '_') + "-" + service));
  }

  /// As much as the gateway lets in: a file of the largest size and the fields beside it. The parts
  /// wait on disk for their turn, never in memory.
  @Bean
  @ConditionalOnProperty("poca.max-upload-bytes")
  MultipartConfigElement fileOfTheLargestSize(@Value("${poca.max-upload-bytes}") long largest) {
    return new MultipartConfigElement("", largest, largest + BodyLimitFilter.LIMIT, 0);
  }

  @Bean
  Drain drain(ApplicationContext context, @Value("${poca.drain:0s}") Duration time) {
    return new Drain(context, time);
  }

  @Bean
  FilterRegistrationBean<ContentTypeFilter> contentType(ErrorWriter errors) {
    var filter = new FilterRegistrationBean<>(new ContentTypeFilter(errors));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 9);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit(
      ErrorWriter errors, @Value("${poca.body-time:30s}") Duration longest) {
    var filter = new FilterRegistrationBean<>(new BodyLimitFilter(errors, longest));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }

  /// Today is where the clinic is, for dates that must have been.
  @Bean
  ValidationConfigurationCustomizer today(
      Clock clock, @Value("${poca.clinic-timezone:UTC}") ZoneId clinic) {
    return validation -> validation.clockProvider(() -> clock.withZone(clinic));
  }

  @Bean
  WebMvcConfigurer contractWeb() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PagingArgument());
      }

      /// Times in a query are read like those in a body.
      @Override
      public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, JsonRules::instant);
        registry.addConverter(String.class, LocalDate.class, JsonRules::date);
      }

      @Override
      public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON);
      }
    };
  }
}
