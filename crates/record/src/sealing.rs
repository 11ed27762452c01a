//! What the lock and age files share: deriving keys from keys.

use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// Thirty-two secret bytes, wiped when dropped.
pub type Secret = Zeroizing<[u8; 32]>;

/// A key for one purpose, derived from another key.
pub fn derive(key: &[u8], salt: &[u8], purpose: &[u8]) -> Secret {
    let mut derived = Secret::default();
    // It fails only for lengths over 8,160 bytes.
    let _ = Hkdf::<Sha256>::new(Some(salt), key).expand(purpose, &mut derived[..]);
    derived
}

/// A keyed hash (HMAC-SHA-256), ready for input.
pub fn keyed_hash(key: &Secret) -> Hmac<Sha256> {
    // HMAC fills up a shorter key with zeros, by definition.
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(&key[..]);
    Mac::new((&*block).into())
}
