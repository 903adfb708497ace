namespace GridMap.Benchmarks;

/// <summary>nginx as the limit of what a file server does: one worker on given processors, `gzip_static` on.</summary>
public static class Nginx
{
    public static async Task<Child> StartAsync(string folder, string cpus, int port, string locations = "")
    {
        Directory.CreateDirectory(Path.Combine(folder, "nginx"));
        var configuration = Path.Combine(folder, "nginx", "nginx.conf");
        await File.WriteAllTextAsync(configuration, $$"""
            daemon off;
            worker_processes 1;
            pid {{folder}}/nginx/nginx.pid;
            error_log stderr warn;
            events { worker_connections 1024; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              types {
                application/vnd.mapbox-vector-tile mvt;
                text/html html;
                text/javascript js mjs;
                text/css css;
                application/json json;
              }
              client_body_temp_path {{folder}}/nginx/body;
              proxy_temp_path {{folder}}/nginx/proxy;
              fastcgi_temp_path {{folder}}/nginx/fastcgi;
              uwsgi_temp_path {{folder}}/nginx/uwsgi;
              scgi_temp_path {{folder}}/nginx/scgi;
              server {
                listen 127.0.0.1:{{port}};
                root {{folder}}/static;
                gzip_static on;
                gzip_vary on;
                {{locations}}
              }
            }
            """);
        return Child.Start(Path.Combine(folder, "nginx", "log"), new Dictionary<string, string>(), "taskset", "-c", cpus, "/usr/sbin/nginx", "-c", configuration);
    }
}
