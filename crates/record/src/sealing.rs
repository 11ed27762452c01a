//! What lock and age file share: keys made of keys.

use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// Thirty-two secret bytes, wiped when they are dropped.
pub type Secret = Zeroizing<[u8; 32]>;

/// A key for one purpose, made of another key.
pub fn derive(key: &[u8], salt: &[u8], purpose: &[u8]) -> Secret {
    let mut derived = Secret::default();
    // It fails for lengths over 8,160 bytes alone.
    let _ = Hkdf::<Sha256>::new(Some(salt), key).expand(purpose, &mut derived[..]);
    derived
}

/// A keyed hash, in the making.
pub fn keyed_hash(key: &Secret) -> Hmac<Sha256> {
    // A shorter key is filled up with zeros by the definition of HMAC.
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(&key[..]);
    Mac::new((&*block).into())
}
