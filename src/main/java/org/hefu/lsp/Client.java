package org.hefu.lsp;

import org.eclipse.lsp4j.services.LanguageClient;

/** The editor at the other end. */
interface Client extends LanguageClient {}
