/** Keys of nobody, that the tests of packages sign assertions with: PKCS#8, in Base64. They open nothing. */

const RS256 = [
  'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC1d8PKCQCW98Ax',
  'FyIw3MzNh80fs7tdkhlK6vHDOtXyD/vDIgWYfigCfD3teiIbPWnvbAOlBkzDg/gj',
  'BJ5oSamJclkHMpFpqu2/WNmX2qtwPqE1rymwKoXEMjxnn3dEfxGadOxMVvXdKXvF',
  'i6SoG09+saScsR5bg1F8o9vyaFo2Ny3Y6FhPCMKIuqL7/mxelv5ANXM3nEz3kff8',
  'Lg8OAhOSuX15vBCIl0VjQrnKjeuNiMMUXiHbg3z+bKbKh4hMqjzyNQEAslxfT1C9',
  'GkpLlSN4iJ9C0jCmFvRLMZFoWwl5R7kSkv4JuZpYiJP87qpWP03j2TF3kQ7CtGFT',
  '7G1HjQ6VAgMBAAECggEABjeKbmFFEyb9P2FMw1JJNPBmW2Pvsxq2gZ3PdxIMstyP',
  '0kVX3jvSOJWTlI923CqMNs7jSBPRbPBYP7DgkW+WnpYbjTbTCwT3XLMZT03HSlLm',
  '+H0eB0JJr2lOLvmkXyUgUAOZ9dqT1UYezquEUlsPK+a/njumL9ntoIDHoAQptQo7',
  'o+DY8yhuptfXXmbyjKBGbS+4EL9E967oknpOIV2L9svrNzhVkTTnn4zK2Nb6Hfm5',
  'jbG97XqRGcDRUl9iyANEi0L6XbGSVtphBDjqXi9r6l0W7K319mK4zDHfcBS8Qa48',
  '3jdtw/awbwUx2rC9owKGtqPdVfnBjFAqUtl2p01+6QKBgQDYSBKizB8HUnlOI3UX',
  'wGab1cT8W5MwoJQBMAlo5ZFA4Hlbx1qRFwwT7URYHoJzNTNSLhZacf6O8Wfrqcz+',
  'rz9W0RBkUic/OH38gjbh3wYIjVpb7NNkT331s+Ft8KSeSAq0G/lkSo23BMTAj2mO',
  'NdLdqeQEzYi+VLBAVRxSLMD8OQKBgQDWywOe/fscwHmTTNszi096G4WdUOxhz5v2',
  '7KcEUVpoyn4oAk1XP1Jf19TGypfjhyC7j/aVebXkS1bCO3iIJOxGYt9GNS2HihpY',
  'H6VJOoAZqRPy7BXQUWOHBhAEO1k6JT0SIzufdb+q69KMb5cHzYN5IR8M7aKMy24Q',
  'ocxQffKdPQKBgQCeJx3Rg7fQz+M6Wz09cAjYPVo9Ou2H6nQv5iOLXAt6SGsVzNIS',
  'NKs1SxPl5/F2M1ni5yabXq5JcoeOUW1Ac3+6iUgWQ+jFFxcxdTqSslYkHNENVUFD',
  'Icm2yKG4lfaac424JJiaWNYGFeuV74i9X+hhBOFjDbTHkQANGu+Ju4YnKQKBgBqk',
  'admRxVEGqs3TjajyEbSir0sZG4jyWHUjW4AUmzM+UrGhv3gf+Za7zb+up3Joc23w',
  'aHSX+TDNC4DiIYw5kDkW0H0D4ZbbUXM20aioofUM3NWX5QjG36KC5P+xYNrufYm/',
  'ZwjbcR/BSody2/fyzOj8a76Nx0jRfuB/QTmGtc49AoGABekUAs/gNrmhYarKkhom',
  '1Pqa6yU9xqikIoOpP1BVFMGhi3bEzZshPwczzdquaQWOe2zRXBqFi03Z/J858Yl4',
  'cF0lwJm+/MVmFQMKp4FrsAZrAfxmj2V3x3LSNIA6PZfqKge/X7ielTTl9pW7v/3L',
  '+pstoi/Big0D42kbmgXfORQ=',
];

const ES256 = [
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXCLG3bEOQZjqPmlF',
  'PtqUaJ4UIeyg0LZ/BPGOe7mP5nmhRANCAATG1xsxQSR/13vOoFSqEOiAPm38EHgE',
  '+dwthMlWKuLltU9237F1UOwsntvhkQ3YKHOoYgYfsz7NtviUOkI8SC8I',
];

/** A private key in PEM, for what needs one to be tried out. */
export function testPrivateKey(algorithm: 'RS256' | 'ES256'): string {
  return ['-----BEGIN PRIVATE KEY-----', ...(algorithm === 'RS256' ? RS256 : ES256), '-----END PRIVATE KEY-----', ''].join('\n');
}
