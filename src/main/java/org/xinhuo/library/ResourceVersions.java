package org.xinhuo.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.library.content.ContentKey;

/** The versions of resources; written once each. */
@Component
@Transactional
class ResourceVersions {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    ResourceVersions(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    void add(String resourceId, int number, ReceivedFile file) {
        jdbc.sql("insert into resource_version (resource_id, number, content_key, file_name, media_type, size, sha256,"
                        + " scanned_by, uploaded_at)"
                        + " values (:resource, :number, :key, :name, :type, :size, :sha, :scanner, :now)")
                .param("resource", resourceId)
                .param("number", number)
                .param("key", file.key().value())
                .param("name", file.name().value())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("sha", file.sha256())
                .param("scanner", file.scannedBy())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<ResourceVersion> of(String resourceId) {
        return jdbc.sql("select * from resource_version where resource_id = :resource order by number desc")
                .param("resource", resourceId)
                .query(ResourceVersions::version)
                .list();
    }

    static ResourceVersion version(ResultSet row, int number) throws SQLException {
        return new ResourceVersion(
                row.getInt("number"),
                new ContentKey(row.getString("content_key")),
                new FileName(row.getString("file_name")),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("scanned_by"),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
