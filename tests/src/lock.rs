//! Puts a lock on and opens it, as a person does.

use crate::Page;

impl Page {
    /// Puts a lock on.
    pub async fn put_lock(&self, passphrase: &str) {
        self.go("#/private").await;
        self.write("A new passphrase", passphrase).await;
        self.write("The new passphrase once more", passphrase).await;
        self.press("Put the lock on").await;
        self.sees("The lock is on.").await;
    }

    /// Opens the lock.
    pub async fn unlock(&self, passphrase: &str) {
        self.has_heading("Locked").await;
        self.write("Passphrase", passphrase).await;
        self.press("Open").await;
        self.wait_for("return document.querySelector('#app h1')?.textContent !== 'Locked'").await;
    }

    /// Takes the lock off, on the page where it was put on.
    pub async fn take_lock_off(&self, passphrase: &str) {
        self.unfold("Take the lock off").await;
        self.write("Passphrase", passphrase).await;
        self.run("[...document.querySelectorAll('form')].at(-1).requestSubmit()").await;
        self.sees("Put the lock on").await;
    }
}
