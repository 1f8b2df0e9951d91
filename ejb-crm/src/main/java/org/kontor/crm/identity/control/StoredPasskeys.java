package org.kontor.crm.identity.control;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.kontor.crm.platform.boundary.Sql;

/**
 * The passkeys of one site, as the WebAuthn library reads them. A person's handle is its id: it
 * says nothing about who it is.
 */
public record StoredPasskeys(Sql sql, String vendor, String site) implements CredentialRepository {

  /** What an authenticator calls the person. */
  public static ByteArray handle(long personId) {
    return new ByteArray(ByteBuffer.allocate(Long.BYTES).putLong(personId).array());
  }

  /** Whose handle this is; 0 where it is nobody's. */
  public static long person(ByteArray handle) {
    byte[] bytes = handle.getBytes();
    return bytes.length == Long.BYTES ? ByteBuffer.wrap(bytes).getLong() : 0;
  }

  @Override
  public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String email) {
    return new HashSet<>(
        sql.list(
            row ->
                PublicKeyCredentialDescriptor.builder().id(new ByteArray(row.getBytes(1))).build(),
            "select k.credential_id from passkey k join person p on p.id = k.person_id"
                + " where p.vendor_code = ? and lower(p.email) = lower(?) and k.site = ?",
            vendor,
            email,
            site));
  }

  @Override
  public Optional<ByteArray> getUserHandleForUsername(String email) {
    return sql.one(
        row -> handle(row.getLong(1)),
        "select id from person where vendor_code = ? and lower(email) = lower(?)",
        vendor,
        email);
  }

  @Override
  public Optional<String> getUsernameForUserHandle(ByteArray handle) {
    return sql.one(
        row -> row.getString(1),
        "select email from person where vendor_code = ? and id = ?",
        vendor,
        person(handle));
  }

  @Override
  public Optional<RegisteredCredential> lookup(ByteArray id, ByteArray handle) {
    return lookupAll(id).stream().filter(key -> key.getUserHandle().equals(handle)).findFirst();
  }

  @Override
  public Set<RegisteredCredential> lookupAll(ByteArray id) {
    return new HashSet<>(
        sql.list(
            row ->
                RegisteredCredential.builder()
                    .credentialId(id)
                    .userHandle(handle(row.getLong(1)))
                    .publicKeyCose(new ByteArray(row.getBytes(2)))
                    .signatureCount(row.getLong(3))
                    .build(),
            "select k.person_id, k.public_key, k.signatures from passkey k"
                + " join person p on p.id = k.person_id"
                + " where k.credential_id = ? and k.site = ? and p.vendor_code = ?",
            id.getBytes(),
            site,
            vendor));
  }
}
