package poca.platform.web;

import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import poca.platform.IdSource;
import poca.platform.ScratchFolder;
import tools.jackson.databind.json.JsonMapper;

/// Tomcat, as far as it answers by itself. What the gateway lets in it must take: its limits are
/// the wider ones, since the gateway adds headers of its own.
@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {

  /// More than the gateway's, in lines and in bytes.
  private static final int MOST_HEADERS = 256;

  private static final int HEADER_BYTES = 48 * 1024;

  /// What an idle connection may hold of the heap. The limit leaves two thirds of it for requests.
  private static final long CONNECTION_BYTES = 48 * 1024;

  private static final long MOST_CONNECTIONS = 8192;

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatInOurWords(
      JsonMapper json, IdSource ids, ScratchFolder scratch) {
    var heap = Runtime.getRuntime().maxMemory();
    return factory -> {
      factory.setBaseDirectory(scratch.path().toFile());
      factory.addContextCustomizers(context -> {
        if (context.getParent() instanceof StandardHost host) {
          host.setErrorReportValveClass(null);
          host.getPipeline().addValve(new ContainerErrorValve(json, ids));
        }
      });
      factory.addConnectorCustomizers(connector -> {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
          http.setMaxHeaderCount(MOST_HEADERS);
          http.setMaxHttpRequestHeaderSize(HEADER_BYTES);
          http.setMaxConnections((int) Math.min(MOST_CONNECTIONS, heap / CONNECTION_BYTES));
        }
      });
    };
  }
}
