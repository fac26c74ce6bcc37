autocmd BufNewFile,BufRead *.hefu setfiletype hefu
